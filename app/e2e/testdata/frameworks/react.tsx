import type {} from "evotor-error/react";
import "evotor-error";
import "evotor-error/en";
import type { EvotorError } from "evotor-error";
import { useEffect, useRef, useState } from "react";
import { first, hear, second } from "./state";

export function App() {
  const [now, show] = useState(first);
  const element = useRef<EvotorError>(null);
  useEffect(() => {
    window.change = () => show(second);
    // Hydration adds no listeners to elements that are not React's.
    element.current?.addEventListener("evotor-error-decoded", hear);
    return () => element.current?.removeEventListener("evotor-error-decoded", hear);
  }, []);
  return (
    <main>
      <evotor-error id="text">{now.text}</evotor-error>
      <evotor-error id="string" response={JSON.stringify(now.body)} status={402} ref={element}>
        1004
      </evotor-error>
      <evotor-error id="object" response={now.body} variant="inline" onevotor-error-failed={() => {}} />
    </main>
  );
}
