// What every application shows, and shows in its place after change().

import type { Report } from "evotor-error";

export interface State {
  text: string;
  body: unknown;
}

export const first: State = { text: "1003", body: { errors: [{ code: 1004 }] } };
export const second: State = { text: '{"errors":[{"code":1005}]}', body: { errors: [{ code: 2003, subject: "f", value: null }] } };

declare global {
  interface Window {
    change(): void;
    heard: string;
  }
}

export function hear({ detail }: CustomEvent<Report>) {
  window.heard += ` ${detail.responses[0].errors[0].code}`;
}
