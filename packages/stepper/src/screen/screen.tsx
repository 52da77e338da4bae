import { Box, Text } from "ink";
import type { ReactElement } from "react";
import type { TerminalSize } from "../terminal/terminal-size.js";
import type { ScreenParts } from "./compose-screen.js";

/** The whole screen: title, diagram, rail and pane, what is told, keys. */
export function Screen({ parts, size: { columns, rows } }: { readonly parts: ScreenParts; readonly size: TerminalSize }): ReactElement {
  const { layout, header, rail, diagram, tabs, pane, footer, rule } = parts;
  const isBeside = layout.diagramIs === "beside";
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Lines lines={header} height={2} />
      {isBeside ? null : (
        <Box flexDirection="column" height={layout.diagram.height}>
          <Lines lines={[rule(columns)]} height={1} />
          <Lines lines={diagram} height={layout.diagram.height - 2} />
          <Lines lines={[rule(columns)]} height={1} />
        </Box>
      )}
      {isBeside ? <Lines lines={[rule(columns)]} height={1} /> : null}
      <Box flexGrow={1} overflow="hidden">
        <Box width={layout.rail.width} flexDirection="column" flexShrink={0}>
          <Lines lines={rail} height={rail.length} />
        </Box>
        {isBeside ? (
          <Box width={layout.diagram.width} flexShrink={0} marginRight={2}>
            <Lines lines={diagram} height={layout.diagram.height - 1} />
          </Box>
        ) : null}
        <Box flexDirection="column" flexGrow={1} marginLeft={1} overflow="hidden">
          <Lines lines={[tabs]} height={1} />
          <Lines lines={pane} height={pane.length} />
        </Box>
      </Box>
      <Lines lines={footer} height={2} />
    </Box>
  );
}

/** A line is cut by itself; an empty one takes its row all the same. */
function Lines({ lines, height }: { readonly lines: readonly string[]; readonly height: number }): ReactElement {
  const rows = lines.map((line, row) => ({ row, line: line === "" ? " " : line }));
  return (
    <Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
      {rows.map(({ row, line }) => (
        <Text key={row} wrap="truncate">
          {line}
        </Text>
      ))}
    </Box>
  );
}
