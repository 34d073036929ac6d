import "@angular/compiler";
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "evotor-error";
import "evotor-error/en";
import { first, hear, second } from "./state";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<main>
    <evotor-error id="text">{{ now().text }}</evotor-error>
    <evotor-error id="string" [response]="string()" [status]="402" (evotor-error-decoded)="hear($event)">1004</evotor-error>
    <evotor-error id="object" [response]="now().body" variant="inline"></evotor-error>
  </main>`,
})
class App {
  now = signal(first);
  hear = hear;
  string = () => JSON.stringify(this.now().body);
  constructor() {
    window.change = () => this.now.set(second);
  }
}

document.getElementById("app")!.append(document.createElement("app-root"));
bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
