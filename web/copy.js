// The clipboard. On plain http there is none for a page, but the editing command copies.

// write puts a text on the clipboard and says whether it is there.
export async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return command(text);
  }
}

function command(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  const { activeElement } = document;
  area.select();
  const ok = document.execCommand("copy");
  area.remove();
  activeElement?.focus();
  return ok;
}
