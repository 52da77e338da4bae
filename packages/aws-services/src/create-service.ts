/**
 * Any service of AWS, as far as who may call it: authentication, authorisation, and an answer without content, because its work is not simulated.
 * Differs from AWS: nothing is done, and no parameter is validated; of a resource nothing is known but the policy that `policyOf` gives.
 */
import { type ReadRequest, readRequest } from "@irsa-sim/aws-reference";
import type { Handler } from "@irsa-sim/core";
import { emptyAnswer, errorAnswer } from "./answers/answer.js";
import { checkAuthentication } from "./checks/01-authentication.js";
import { checkAuthorization } from "./checks/02-authorization.js";
import { ServiceFault } from "./service-fault.js";
import type { ServiceOptions, ServiceRequest } from "./service-options.js";
import { wireFormOf } from "./wire-form.js";

/** Creates the handler of one service in one region. */
export function createService(options: ServiceOptions): Handler {
  const { reference, clock, random } = options;
  return async (request, span) => {
    const read = readRequest(reference, request);
    const api = read?.api ?? reference.apis[0];
    const form = wireFormOf(request, api);
    const input = { form, api, requestId: random.uuid(), now: clock.now() };
    const work = span.enter("Authorise the request", { step: 9, actor: "aws" });
    try {
      const operation = await admit({ options, request, form, signingName: api?.signingName ?? options.prefix, span: work }, read);
      return emptyAnswer(operation, input);
    } catch (error) {
      if (!(error instanceof ServiceFault)) throw error;
      return errorAnswer(error, input);
    }
  };
}

/** @throws {ServiceFault} when the caller may not, or the service has no such operation */
async function admit(request: ServiceRequest, read: ReadRequest | null): Promise<string> {
  const caller = await checkAuthentication(request);
  if (read === null) throw unknownOperation(request);
  const span = caller.kind === "role-session" ? request.span.about({ session: caller.arn }) : request.span;
  checkAuthorization({ ...request, span, caller, operation: read.operation, parameters: read.parameters });
  span.note("service.not-simulated", { service: request.options.reference.name, operation: read.operation });
  return read.operation;
}

/** The texts are not recorded. */
function unknownOperation({ form }: ServiceRequest): ServiceFault {
  if (form.protocol === "query" || form.protocol === "ec2") return new ServiceFault(400, "InvalidAction", "The action or operation requested is invalid.");
  return new ServiceFault(form.protocol === "json" ? 400 : 404, "UnknownOperationException", "");
}
