/** What a service says when it refuses, thrown where it arises and answered by the handler. */
export class ServiceFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "ServiceFault";
    this.status = status;
    this.code = code;
  }
}
