export { createEventRecorder, type EventRecorder, type EventRecorderOptions, type EventSubject, type RecordedEvent } from "./event-recorder.js";
