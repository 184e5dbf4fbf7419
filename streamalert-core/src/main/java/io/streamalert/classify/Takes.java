package io.streamalert.classify;

import io.streamalert.classify.Payload.Form;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payloads are worth looking at: a cheap test that never turns away one that could match.
 *
 * @param forms the forms
 * @param key a key that a map must have, or null
 */
record Takes(Set<Form> forms, @Nullable String key) {

  static Takes of(Form form) {
    return new Takes(EnumSet.of(form), null);
  }

  static Takes mapWith(String key) {
    return new Takes(EnumSet.of(Form.MAP), key);
  }

  static Takes json() {
    return new Takes(EnumSet.complementOf(EnumSet.of(Form.PLAIN)), null);
  }

  /** Text, be it the payload itself or the JSON string that it is. */
  static Takes text() {
    return new Takes(EnumSet.of(Form.TEXT, Form.PLAIN), null);
  }

  static Takes anything() {
    return new Takes(EnumSet.allOf(Form.class), null);
  }
}
