package io.streamalert.local.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request says before its body.
 *
 * @param method the method, in capitals
 * @param path the path, decoded, without the query
 * @param header finds the values of a header by its name, whose case does not matter
 */
record HttpHead(String method, String path, Function<String, List<String>> header) {

  /** The values of a header, one for each time that it is there. */
  List<String> all(String name) {
    return header.apply(name);
  }

  /** The first value of a header. */
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }
}
