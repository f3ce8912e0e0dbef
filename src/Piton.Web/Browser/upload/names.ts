/** What a picture is called whose person gave it no name: like its file, without the ending. */
export const nameOfFile = (fileName: string): string => fileName.replace(/(?<=.)\.(?=\d*[a-z])[a-z\d]{1,5}$/i, "");
