package io.streamalert.outputs;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What environment variables say about proxies and certificates. */
record HttpEnvironment(Map<String, String> variables) {

  static final String CA_FILE = "STREAMALERT_CA_FILE";

  private static final String PROXY = "HTTPS_PROXY";
  private static final String NO_PROXY = "NO_PROXY";

  Optional<Path> certificates() {
    return value(CA_FILE).map(Path::of);
  }

  Optional<ProxySelector> proxy() {
    return value(PROXY).map(text -> new Selector(address(text), exceptions()));
  }

  /** Upper or lower case, as elsewhere. */
  private Optional<String> value(String name) {
    return Stream.of(name, name.toLowerCase(Locale.ROOT))
        .map(key -> variables.getOrDefault(key, ""))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private List<String> exceptions() {
    return Stream.of(value(NO_PROXY).orElse("").split(","))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .toList();
  }

  private static InetSocketAddress address(String text) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      if ("http".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() > 0
          && uri.getUserInfo() == null) {
        return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      // It is no URL, as is said below. It may hold a password, so it is not shown.
    }
    throw new ConfigException(Problem.of("The environment variable " + PROXY + " names no proxy")
        .mendedBy("Give it the form http://HOST:PORT, without a user."));
  }

  /** One proxy, but for some hosts and the domains below them. */
  private static final class Selector extends ProxySelector {

    private final Proxy proxy;
    private final List<String> exceptions;

    Selector(InetSocketAddress address, List<String> exceptions) {
      this.proxy = new Proxy(Proxy.Type.HTTP, address);
      this.exceptions = exceptions;
    }

    @Override
    public List<Proxy> select(URI uri) {
      String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
      boolean direct = !"https".equalsIgnoreCase(uri.getScheme())
          || exceptions.stream().anyMatch(exception -> covers(exception, host));
      return List.of(direct ? Proxy.NO_PROXY : proxy);
    }

    private static boolean covers(String exception, String host) {
      String domain = exception.startsWith(".") ? exception.substring(1) : exception;
      return domain.equals("*") || host.equals(domain) || host.endsWith("." + domain);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
      // There is no other proxy to go to; the attempt fails and says so.
    }
  }
}
