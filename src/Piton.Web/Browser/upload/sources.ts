/** Where files come from: chosen or pasted ones, or what was dropped, folders among it. */
export type Source = File | FileSystemEntry;

/** How many files are handed on at a time. */
const BATCH = 500;

/** Pictures that not every browser knows by their ending. */
const PICTURE = /\.(avif|heic|heif|hif|jxl)$/i;

const isPicture = (file: File): boolean => !file.name.startsWith(".") && (file.type.startsWith("image/") || PICTURE.test(file.name));

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

// The browser hands a folder out in parts, and an empty one at its end.
const nextOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));

async function* partsOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry[]> {
  const reader = folder.createReader();
  for (let part = await nextOf(reader); part.length > 0; part = await nextOf(reader)) {
    yield part;
  }
}

async function* filesIn(folder: FileSystemDirectoryEntry): AsyncGenerator<(File | null)[]> {
  const inner: FileSystemDirectoryEntry[] = [];
  for await (const part of partsOf(folder)) {
    inner.push(...part.filter((entry) => entry.isDirectory) as FileSystemDirectoryEntry[]);
    yield await Promise.all(part.filter((entry) => entry.isFile).map((entry) => fileOf(entry as FileSystemFileEntry)));
  }

  for (const each of inner) {
    yield* filesIn(each);
  }
}

/** The files of a folder that are pictures, and how many others there are. */
const sift = (files: readonly (File | null)[]): { files: File[]; others: number } => {
  const pictures = files.filter((file) => file !== null && isPicture(file)) as File[];
  return { files: pictures, others: files.length - pictures.length };
};

/**
 * The files in batches, folders within folders too, none of them read. Whoever names a file means it; of a folder only the pictures are taken.
 * @param areOfFolder Whether the files are all that a chosen folder has.
 */
export async function* batchesOf(sources: readonly Source[], areOfFolder = false): AsyncGenerator<{ files: File[]; others: number }> {
  for (let start = 0; start < sources.length; start += BATCH) {
    const part = sources.slice(start, start + BATCH);
    const files = part.filter((source) => source instanceof File);
    const named = part.filter((source) => !(source instanceof File) && source.isFile) as FileSystemFileEntry[];
    const opened = (await Promise.all(named.map(fileOf))).filter((file) => file !== null);
    yield areOfFolder ? sift(files) : { files: [...files, ...opened], others: 0 };
    for (const folder of part.filter((source) => !(source instanceof File) && source.isDirectory)) {
      for await (const found of filesIn(folder as FileSystemDirectoryEntry)) {
        yield sift(found);
      }
    }
  }
}
