// The types of the package, as the guide uses them; what must not compile, does not.

import { EvotorError } from "evotor-error";
import { define } from "evotor-error/define";
import type { Help, Report } from "evotor-error";
import type {} from "evotor-error/react";
import type {} from "evotor-error/vue";
import type { GlobalComponents } from "vue";
import "evotor-error/en";
import "evotor-error/ru";

EvotorError.base = "https://example.com/evotor/";
define();

const element = document.createElement("evotor-error");
element.response = { errors: [{ code: 1004, reason: "payment required", subject: "userUuid" }] };
element.status = 402;
element.value = null;
element.addEventListener("evotor-error-decoded", (event) => console.log(event.detail.responses[0].errors));
element.addEventListener("evotor-error-failed", (event) => console.log(event.detail.reason.length));

const report: Report | undefined = EvotorError.explain("{}", 402, "en") ?? element.report;
const help: Help | undefined = report?.help["1004"];
console.log(help?.steps.map((step) => step.for ?? step.text));
void document.querySelector("evotor-error-decoder")?.decode({ errors: [] }).then((r) => r.responses);

export const tag = <evotor-error code={2003} value={false} variant="inline" style={{ margin: 1 }} onevotor-error-failed={(e) => e.detail.reason} />;
export const tool = <evotor-error-decoder theme="dark" />;
export type InVue = GlobalComponents["evotor-error"];

// @ts-expect-error
element.variant = "popup";
// @ts-expect-error
element.report = undefined;
// @ts-expect-error
export const wrong = <evotor-error variant="popup" />;
