/** A service's answers in the protocol of the request. */

import type { Api } from "@irsa-sim/aws-reference";
import type { EpochMillis, HttpResponse } from "@irsa-sim/core";
import { renderQueryError, renderQueryResponse } from "@irsa-sim/iam";
import type { ServiceFault } from "../service-fault.js";
import type { WireForm } from "../wire-form.js";
import { encodeTextMap } from "./encode-text-map.js";

/** What an answer is about. */
export interface AnswerInput {
  readonly form: WireForm;
  readonly api: Api | undefined;
  /** A UUID. */
  readonly requestId: string;
  readonly now: EpochMillis;
}

/** The answer of an operation that gives back nothing. */
export function emptyAnswer(operation: string, { form, api, requestId, now }: AnswerInput): HttpResponse {
  const ids = { "x-amzn-requestid": requestId, date: new Date(now).toUTCString() };
  switch (form.protocol) {
    case "json":
      return { status: 200, headers: { ...ids, "content-type": `application/x-amz-json-${form.jsonVersion}` }, body: "{}" };
    case "rest-json":
      return { status: 200, headers: { ...ids, "content-type": "application/json" }, body: "{}" };
    case "smithy-rpc-v2-cbor":
      return { status: 200, headers: { ...ids, ...CBOR }, body: encodeTextMap({}) };
    case "query": {
      const result = api?.operations[operation]?.resultWrapper === undefined ? null : {};
      return renderQueryResponse({ action: operation, namespace: namespaceOf(api), result, requestId, now });
    }
    case "ec2": {
      const body = `<${operation}Response xmlns="${namespaceOf(api).replace(/\/?$/, "/")}"><requestId>${requestId}</requestId></${operation}Response>`;
      return { status: 200, headers: { ...ids, "content-type": "text/xml;charset=UTF-8" }, body };
    }
    case "rest-xml":
      return { status: 200, headers: { ...ids, "content-type": "text/xml" }, body: "" };
  }
}

/** A refusal. */
export function errorAnswer({ status, code, message }: ServiceFault, { form, api, requestId, now }: AnswerInput): HttpResponse {
  const ids = { "x-amzn-requestid": requestId, date: new Date(now).toUTCString() };
  switch (form.protocol) {
    case "json":
      return {
        status,
        headers: { ...ids, "content-type": `application/x-amz-json-${form.jsonVersion}` },
        body: JSON.stringify({ __type: code, Message: message }),
      };
    case "rest-json":
      return { status, headers: { ...ids, "content-type": "application/json", "x-amzn-errortype": code }, body: JSON.stringify({ Message: message }) };
    case "smithy-rpc-v2-cbor":
      return { status, headers: { ...ids, ...CBOR }, body: encodeTextMap({ __type: code, message }) };
    case "ec2": {
      const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`;
      return { status, headers: { ...ids, "content-type": "text/xml;charset=UTF-8" }, body };
    }
    case "query":
    case "rest-xml":
      return renderQueryError({ namespace: namespaceOf(api), code, message, status, requestId, now });
  }
}

const CBOR = { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" };

function namespaceOf(api: Api | undefined): string {
  const { xmlNamespace } = api ?? {};
  if (xmlNamespace === undefined) return `http://${api?.signingName}.amazonaws.com/doc/${api?.apiVersion}/`;
  return typeof xmlNamespace === "string" ? xmlNamespace : xmlNamespace.uri;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
