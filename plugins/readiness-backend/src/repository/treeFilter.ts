/** How much of a repository is read. */
export interface ReadLimits {
  readonly maxFiles: number;
  /** Bytes of all files together. */
  readonly maxBytes: number;
  /** Bytes of one file; a larger one is named but not read. */
  readonly maxFileBytes: number;
  /** Folders between the root and a file. */
  readonly maxDepth: number;
}

/** A file that is there but whose text is not wanted. */
export interface WithheldFile {
  readonly path: string;
  readonly size: number;
  readonly withheld: 'too-large' | 'binary';
}

const IGNORED_FOLDER = /(?:^|\/)(?:node_modules|vendor|\.git|\.terraform)\//;

/** Formats that no parser reads; they are counted, not loaded. */
const BINARY =
  /\.(?:png|jpe?g|gif|bmp|ico|webp|avif|tiff?|pdf|docx?|xlsx?|pptx?|zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|war|ear|class|dll|exe|so|dylib|a|o|bin|dat|db|sqlite3?|parquet|mp[34]|mov|avi|webm|wav|ogg|woff2?|ttf|otf|eot|psd|wasm|pyc|pkl|npy|onnx)$/i;

/**
 * Decides file by file what a read lets in, and counts while it does. Readers
 * call it from inside streams, where an exception can end the process, so it
 * answers true or false and never throws.
 */
export class TreeFilter {
  readonly withheld: WithheldFile[] = [];
  /** The first limit that was hit, e.g. `20000 files`. */
  truncatedBy: string | undefined;
  /** Files seen, ignored folders left out. */
  fileCount = 0;
  private byteCount = 0;

  constructor(private readonly limits: ReadLimits) {}

  accept(path: string, size: number): boolean {
    if (IGNORED_FOLDER.test(path)) return false;
    const { maxFiles, maxBytes, maxFileBytes, maxDepth } = this.limits;
    if (path.split('/').length - 1 > maxDepth) {
      return this.truncate(`${maxDepth} folders of depth`);
    }
    if (this.fileCount >= maxFiles) return this.truncate(`${maxFiles} files`);
    if (BINARY.test(path)) return this.withhold(path, size, 'binary');
    if (size > maxFileBytes) return this.withhold(path, size, 'too-large');
    if (this.byteCount + size > maxBytes) {
      return this.truncate(`${maxBytes} bytes`);
    }
    this.fileCount += 1;
    this.byteCount += size;
    return true;
  }

  private truncate(limit: string): false {
    this.truncatedBy ??= limit;
    return false;
  }

  private withhold(
    path: string,
    size: number,
    withheld: WithheldFile['withheld'],
  ): false {
    this.fileCount += 1;
    this.withheld.push({ path, size, withheld });
    return false;
  }
}
