import { expect, test } from "vitest";
import { keptHeaders } from "./kept-headers.js";

test.each<{ readonly sent: Record<string, string>; readonly kept: Record<string, string>; readonly contentType?: string }>([
  { sent: {}, kept: {}, contentType: "binary/octet-stream" },
  { sent: { "content-type": "text/x" }, kept: {}, contentType: "text/x" },
  {
    sent: { "x-amz-meta-a": "1", "cache-control": "no-store", "content-disposition": "inline" },
    kept: { "x-amz-meta-a": "1", "cache-control": "no-store", "content-disposition": "inline" },
  },
  { sent: { "content-language": "de", expires: "0" }, kept: { "content-language": "de", expires: "0" } },
  { sent: { "x-amz-meta-": "1", "x-x-amz-meta-a": "1", "cache-controls": "x", "content-length": "5", "x-amz-date": "x" }, kept: {} },
  { sent: { "content-encoding": "aws-chunked" }, kept: {} },
  { sent: { "content-encoding": "" }, kept: {} },
  { sent: { "content-encoding": "gzip" }, kept: { "content-encoding": "gzip" } },
  { sent: { "content-encoding": "aws-chunked , gzip,br" }, kept: { "content-encoding": "gzip, br" } },
])("of $sent an object keeps $kept", ({ sent, kept, contentType = "binary/octet-stream" }) => {
  expect(keptHeaders(sent)).toEqual({ contentType, headers: kept });
});
