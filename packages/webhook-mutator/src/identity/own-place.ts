/** Where the webhook itself runs, as its node's instance metadata says. */
export interface OwnPlace {
  readonly account: string;
  readonly region: string;
}
