import { type DecodedBody, type DecodedRequest, type DecodedResponse, handshakeOf, type Member } from "@irsa-sim/story";
import { ACTOR_NAMES } from "@irsa-sim/trace-views";
import type { View } from "../frame/page-context.js";
import { Certificates } from "./certificates.js";
import { Content } from "./content.js";
import { NothingHere } from "./nothing-here.js";

/** The current HTTP request and its answer, decoded all the way down. */
export function MessagePanel({ view: { row, story } }: { readonly view: View }) {
  const arrow = row?.arrow ?? null;
  if (arrow === null) return <NothingHere>No message here: the actor does this by itself.</NothingHere>;
  const handshake = handshakeOf(story, arrow);
  return (
    <div className="messages">
      <h2>
        {ACTOR_NAMES[arrow.from]} → {ACTOR_NAMES[arrow.to]}
        <span className="quiet"> {arrow.name}</span>
      </h2>
      <Message title="Request" message={arrow.request} line={`${arrow.request.method} ${arrow.request.url}`} isOpen={row?.kind !== "response"} />
      {arrow.response === null ? (
        <NothingHere>{arrow.refusal === null ? "No answer came." : `No answer came: ${arrow.refusal.code} ${arrow.refusal.message}`}</NothingHere>
      ) : (
        <Message title="Response" message={arrow.response} line={String(arrow.response.status)} isOpen={row?.kind !== "request"} />
      )}
      {handshake !== null && <Certificates handshake={handshake} />}
    </div>
  );
}

interface MessageProps {
  readonly title: string;
  readonly line: string;
  readonly message: DecodedRequest | DecodedResponse;
  readonly isOpen: boolean;
}

function Message({ title, line, message, isOpen }: MessageProps) {
  return (
    <details className="message" open={isOpen}>
      <summary>
        <span className="message-title">{title}</span> <code>{line}</code>
      </summary>
      <Headers headers={message.headers} />
      <Body body={message.body} />
    </details>
  );
}

function Headers({ headers }: { readonly headers: readonly Member[] }) {
  if (headers.length === 0) return null;
  return (
    <dl className="headers">
      {headers.map(({ name, content }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Content content={content} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ body }: { readonly body: DecodedBody }) {
  if (body.kind === "empty") return <p className="quiet body-kind">no body</p>;
  return (
    <div className="body">
      <p className="quiet body-kind">{body.kind === "bytes" ? `${body.bytes.length} bytes` : body.kind}</p>
      {body.kind !== "bytes" && <Content content={body.content} />}
    </div>
  );
}
