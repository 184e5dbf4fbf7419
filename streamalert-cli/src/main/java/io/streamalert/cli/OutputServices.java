package io.streamalert.cli;

import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.OutputProvider;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The services that alerts can go to.
 *
 * @param providers the services by name
 */
record OutputServices(Map<String, OutputProvider> providers) {

  /** All that are on the class path. */
  static OutputServices found() {
    Map<String, OutputProvider> providers = new TreeMap<>();
    ServiceLoader.load(OutputProvider.class)
        .forEach(provider -> providers.put(provider.service(), provider));
    return new OutputServices(providers);
  }

  /** A service that has to be there. */
  OutputProvider require(String service) {
    OutputProvider provider = providers.get(service);
    if (provider == null) {
      throw UserError.wrongUse(Problem.of("There is no service \"" + service + "\" here")
          .choose(service, providers.keySet())
          .toString());
    }
    return provider;
  }

  /** Some services that have to be there, or all where none is named. */
  Collection<OutputProvider> requireAll(Collection<String> services) {
    return services.isEmpty()
        ? providers.values()
        : services.stream().map(this::require).toList();
  }
}
