import type { Span } from "../trace/span.js";
import type { HttpRequest, HttpResponse } from "./message.js";

/** Answers a request; whatever it does on the way is recorded in `span`. */
export type Handler = (request: HttpRequest, span: Span) => Promise<HttpResponse>;
