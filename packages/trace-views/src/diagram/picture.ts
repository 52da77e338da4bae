/** An SVG element and its size, in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}
