/**
 * Where journals lie: a folder for each, whose files are written once, or grow at their end. What fails throws; the
 * disk's own reasons are put into words elsewhere.
 */
export interface Drive {
  /** The names of the folders. */
  folders(): Promise<readonly string[]>
  /** The files of a folder; none where there is no such folder. */
  files(folder: string): Promise<readonly DriveFile[]>
  read(folder: string, file: string): Promise<Uint8Array>
  /** Makes a file, and its folder where that is missing; all of it is on the disk when the promise is kept. */
  write(folder: string, file: string, bytes: Uint8Array): Promise<void>
  /** Makes an empty file that can grow; it is on the disk when the promise is kept. */
  grow(folder: string, file: string): Promise<GrowingFile>
  removeFile(folder: string, file: string): Promise<void>
  /** Removes a folder with what is in it; it need not be there. */
  removeFolder(folder: string): Promise<void>
}

export interface DriveFile {
  readonly name: string
  /** When it was last written, in milliseconds since 1970. */
  readonly time: number
}

export interface GrowingFile {
  /** The bytes are on the disk when the promise is kept. */
  append(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}
