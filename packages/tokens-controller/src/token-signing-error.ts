/** The key did not sign; the message is what the caller is told as the cause. */
export class TokenSigningError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TokenSigningError";
  }
}
