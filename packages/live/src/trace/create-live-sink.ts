import { bodyBytes, createEndsSink, type TraceSink } from "@irsa-sim/core";

/** What a message's body is cut to. */
const MAX_BODY_BYTES = 65_536;

/**
 * Creates the sink of a world that lives for long: the beginning stays, of the rest the latest, and no message takes more room than it should.
 * Differs from a run's trace: of a long body only the beginning is kept, with a word of how long it was.
 */
export function createLiveSink(maxEvents: number): TraceSink {
  const ends = createEndsSink(maxEvents);
  return {
    get events() {
      return ends.events;
    },
    record(event) {
      if (event.kind === "exchange") event.request = cutBody(event.request);
      ends.record(event);
    },
    end(exchange) {
      if (exchange.response !== null) exchange.response = cutBody(exchange.response);
      ends.end(exchange);
    },
  };
}

/** The message itself, where it is short enough. */
function cutBody<Message extends { readonly body: string | Uint8Array }>(message: Message): Message {
  // A text has at least as many bytes as letters, and at most three times as many.
  if (message.body.length * 3 <= MAX_BODY_BYTES) return message;
  const bytes = bodyBytes(message);
  if (bytes.length <= MAX_BODY_BYTES) return message;
  const body = `${new TextDecoder().decode(bytes.subarray(0, MAX_BODY_BYTES))}… (${bytes.length} bytes in all)`;
  return { ...message, body };
}
