/** An error of a thread, which cannot hand over the error itself: what is told of it, and with which code the command ends. */
export class ThreadError extends Error {
  readonly exitCode: number;

  constructor({ text, exitCode }: { readonly text: string; readonly exitCode: number }) {
    super(text);
    this.exitCode = exitCode;
  }
}
