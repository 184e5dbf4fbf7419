package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PythonTextProperties {

  @Property
  void floatsReadBackAsThemselves(@ForAll double number) {
    assertThat(Double.parseDouble(PythonText.repr(number, "NaN", "Infinity"))).isEqualTo(number);
  }
}
