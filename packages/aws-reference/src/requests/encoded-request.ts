/** A request as a protocol writes it; the host is the API's, the path begins with a slash and may have a query. */
export interface EncodedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
