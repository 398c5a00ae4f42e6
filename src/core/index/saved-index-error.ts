/** Why a file cannot be used as an index; `message` is a plain sentence. */
export class SavedIndexError extends Error {
  override readonly name = 'SavedIndexError';
}

/** None of the machines that hold an index answers, or not the one that holds what is asked for; `message` is a plain sentence. */
export class ArchiveAwayError extends Error {
  override readonly name = 'ArchiveAwayError';
}
