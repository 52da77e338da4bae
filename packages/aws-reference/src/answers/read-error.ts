/** Code and message of an error as an SDK reads them, in any of AWS's forms. */
import { bodyText, type HttpResponse } from "@irsa-sim/core";
import { XMLParser } from "fast-xml-parser";

const parser = new XMLParser({ parseTagValue: false, trimValues: false });

/** An error of a service. */
export interface ServiceError {
  readonly code: string;
  readonly message: string;
}

interface XmlError {
  readonly Code?: string;
  readonly Message?: string;
}

interface XmlAnswer {
  readonly Error?: XmlError;
  readonly ErrorResponse?: { readonly Error?: XmlError };
  readonly Response?: { readonly Errors?: { readonly Error?: XmlError } };
}

/** Reads an error: of JSON `__type` or the header, without namespace; of XML whichever of three envelopes it has. */
export function readError(response: HttpResponse): ServiceError {
  const body = bodyText(response);
  const header = response.headers["x-amzn-errortype"];
  if (body.trimStart().startsWith("<")) {
    const answer: XmlAnswer = parser.parse(body);
    const { Code, Message } = answer.ErrorResponse?.Error ?? answer.Response?.Errors?.Error ?? answer.Error ?? {};
    return { code: Code ?? "Unknown", message: Message ?? "" };
  }
  const { __type, code, Message, message } = readJson(body);
  return { code: lastName(header ?? __type ?? code ?? "Unknown"), message: message ?? Message ?? "" };
}

interface JsonError {
  readonly __type?: string;
  readonly code?: string;
  readonly Message?: string;
  readonly message?: string;
}

/** `com.amazon.coral.service#AccessDeniedException:http://…` is AccessDeniedException. */
function lastName(type: string): string {
  return (type.split(":")[0] ?? "").split("#").at(-1) ?? "";
}

function readJson(body: string): JsonError {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
