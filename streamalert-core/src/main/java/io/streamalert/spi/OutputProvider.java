package io.streamalert.spi;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import java.util.List;
import java.util.Map;

/**
 * Makes the outputs of one service, such as all Slack channels that are configured. Implemented by
 * output modules; see the package for how it is found.
 */
public interface OutputProvider {

  /**
   * The service, as it stands before the colon in the name of an output.
   *
   * @return the name, such as {@code slack}; the same every time
   */
  String service();

  /**
   * What has to be configured for an output of this service, besides its descriptor.
   *
   * @return the properties in the order in which a person is asked for them; no two of the same
   *     name, the same every time
   */
  List<Property> properties();

  /**
   * Makes one output. Opens no connection and reads no secret: {@link OutputDispatcher#dispatch}
   * does.
   *
   * @param id the output; its service is {@link #service()}
   * @param plain the values of the properties that are no credentials, by name; each has passed
   *     {@link Property#check}, optional ones may be left out
   * @param credentials the properties that are credentials, by name; their values have not been
   *     read yet
   * @return the output
   * @throws io.streamalert.settings.ConfigException if the values do not fit together
   */
  OutputDispatcher create(OutputId id, Map<String, String> plain, Map<String, Secret> credentials);
}
