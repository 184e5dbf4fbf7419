package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import java.util.Map;

/** What the properties of several services have in common. */
final class ServiceProperties {

  static final String SPACE = " ";

  private static final String HTTPS = "https://";

  private ServiceProperties() {}

  /** A credential that stays hidden while it is typed. */
  static Property.Builder masked(String name, String description) {
    return credential(name, description).masked();
  }

  /** A credential that is shown while it is typed. */
  static Property.Builder credential(String name, String description) {
    return Property.builder(name, description).credential();
  }

  /** A hidden credential that is a URL. */
  static Property url(String name, String description) {
    return url(masked(name, description));
  }

  /** A credential that is a URL and may be seen. */
  static Property visibleUrl(String name, String description) {
    return url(Property.builder(name, description).credential());
  }

  /** A property that is a URL. */
  static Property url(Property.Builder property) {
    return property
        .forbidden(SPACE)
        .form(text -> text.startsWith(HTTPS), "a URL that begins with " + HTTPS)
        .build();
  }

  /** A credential that an output cannot do without. */
  static Secret required(OutputId id, Map<String, Secret> credentials, String name) {
    Secret secret = credentials.get(name);
    if (secret == null) {
      throw new ConfigException(
          Problem.of("The output " + id + " lacks the credential \"" + name + "\"")
              .mendedBy("Configure it."));
    }
    return secret;
  }
}
