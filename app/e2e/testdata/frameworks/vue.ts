import type {} from "evotor-error/vue";
import "evotor-error";
import "evotor-error/en";
import { createApp, ref } from "vue";
import { first, hear, second } from "./state";

const app = createApp({
  template: `<main>
    <evotor-error id="text">{{ now.text }}</evotor-error>
    <evotor-error id="string" :response="JSON.stringify(now.body)" :status="402" @evotor-error-decoded="hear">1004</evotor-error>
    <evotor-error id="object" :response="now.body" variant="inline"></evotor-error>
  </main>`,
  setup() {
    const now = ref(first);
    window.change = () => (now.value = second);
    return { now, hear };
  },
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith("evotor-error");
app.mount("#app");
