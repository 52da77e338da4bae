import { eventsOfPod, failedCall, type Question } from "./question.js";

/** Older releases walk past the variables. */
export const sdkKnows: Question = {
  id: "sdk-knows",
  asks: "Is the SDK's release at least the one from which it knows web identity, with its STS module in the image?",
  commands: ["kubectl exec -n NAMESPACE POD -c CONTAINER -- sh -c 'pip show botocore; npm ls @aws-sdk/client-sts; ls /app/lib | grep sts'"],
  answer(report) {
    if (failedCall(report) === null) return null;
    const notes = eventsOfPod(report).flatMap((event) => (event.kind === "note" ? [event] : []));
    const isMissing = notes.some(
      ({ name, attributes }) =>
        name === "sdk.provider" &&
        attributes.kind === "web-identity" &&
        /(sts|STS|SecurityToken).*(module|classpath|class path|jar|Assembly)|(module|jar|Assembly).*(sts|STS|SecurityToken)/.test(String(attributes.reason)),
    );
    return !isMissing && !notes.some(({ name }) => name === "sdk.release-without-provider");
  },
};
