package io.streamalert.cli;

import io.streamalert.settings.Property;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Takes properties from environment variables. */
final class PropertyVariables {

  private static final String PREFIX = "STREAMALERT_OUTPUT_";

  private PropertyVariables() {}

  /** The values by the name of the property. */
  static Map<String, String> of(Collection<Property> properties, Map<String, String> environment) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Property property : properties) {
      String value = environment.getOrDefault(
          PREFIX + property.name().replace('-', '_').toUpperCase(Locale.ROOT), "");
      if (!value.isEmpty()) {
        values.put(property.name(), value);
      }
    }
    return values;
  }
}
