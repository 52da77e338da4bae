import type { Member, Content as StoryContent } from "@irsa-sim/story";
import { JsonTree } from "./json-tree.js";
import { shortenSecret } from "./shorten-secret.js";

/** A decoded value, and in it what was decoded in its place; texts are texts, whatever they say. */
export function Content({ content }: { readonly content: StoryContent }) {
  switch (content.kind) {
    case "text":
      return <span className="value-text">{content.isSecret ? shortenSecret(content.text) : content.text}</span>;
    case "scalar":
      return <span className="value-scalar">{String(content.value)}</span>;
    case "list":
      return (
        <ol className="members">
          {content.items.map((item, index) => (
            <li key={`${index}${item.kind}`}>
              <Content content={item} />
            </li>
          ))}
        </ol>
      );
    case "object":
      return <Members members={content.members} />;
    case "token":
      return (
        <div className="decoded">
          <p className="decoded-kind">JWT, decoded</p>
          <JsonTree value={content.header} />
          <JsonTree value={content.claims} />
          <p className="quiet mono">signature {content.signature}</p>
        </div>
      );
    case "patch":
      return (
        <div className="decoded">
          <p className="decoded-kind">JSON Patch, from base64</p>
          {content.operations.map((operation, index) => (
            <JsonTree key={`${index}${operation.path}`} value={{ ...operation }} />
          ))}
        </div>
      );
    case "document":
      return (
        <div className="decoded">
          <p className="decoded-kind">JSON, from text</p>
          <Content content={content.content} />
        </div>
      );
    case "phrase":
      return content.parts.map((part) => <Content key={part.text} content={part} />);
  }
}

function Members({ members }: { readonly members: readonly Member[] }) {
  return (
    <dl className="members">
      {members.map(({ name, content }, index) => (
        <div key={`${index}${name}`}>
          <dt>{name}</dt>
          <dd>
            <Content content={content} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
