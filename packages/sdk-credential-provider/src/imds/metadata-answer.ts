import type { HttpResponse } from "@irsa-sim/core";

const REASONS = { 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Not Allowed" } as const;

/** Statuses with which the metadata service refuses. */
export type RefusalStatus = keyof typeof REASONS;

/** A value of the metadata. */
export function plainText(body: string): HttpResponse {
  return { status: 200, headers: { "content-type": "text/plain", server: "EC2ws" }, body };
}

/** A refusal: a page, as the service writes it. Differs perhaps in white space: the sheet has no capture. */
export function refusalPage(status: RefusalStatus): HttpResponse {
  const title = `${status} - ${REASONS[status]}`;
  const body = [
    '<?xml version="1.0" encoding="iso-8859-1"?>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"',
    '\t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">',
    " <head>",
    `  <title>${title}</title>`,
    " </head>",
    " <body>",
    `  <h1>${title}</h1>`,
    " </body>",
    "</html>",
    "",
  ];
  return { status, headers: { "content-type": "text/html", server: "EC2ws" }, body: body.join("\n") };
}
