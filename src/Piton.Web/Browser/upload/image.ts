/** What the API says of an image, as far as the panel shows it. */
export interface Image {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly duplicate?: boolean;
  readonly placeholder: { readonly color: string };
  readonly source: { readonly bytes: number };
  readonly urls: { readonly page: string; readonly full: string; readonly w320?: string };
}
