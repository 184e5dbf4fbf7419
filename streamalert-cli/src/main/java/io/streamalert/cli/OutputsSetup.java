package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.local.secrets.ConfiguredSecrets;
import io.streamalert.local.secrets.SecretStore;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.OutputCredentials;
import io.streamalert.spi.OutputProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The outputs of a configuration, the services that there are, and where credentials are.
 *
 * @param directory the configuration directory
 * @param config what it says
 * @param services the services by name
 * @param secrets the sources of secrets that it names
 */
record OutputsSetup(
    Path directory, StreamAlertConfig config, OutputServices services, ConfiguredSecrets secrets) {

  private static final String OUTPUTS = "outputs";
  private static final String SECRETS = "secrets";

  /** Reads a configuration, and tells what is odd in it. */
  static OutputsSetup load(Path directory, Io io) {
    OutputsSetup setup = quietly(directory, io);
    setup.config().warnings().forEach(warning -> io.say("Warning: " + warning));
    return setup;
  }

  /** Reads a configuration of which others tell what is odd. */
  static OutputsSetup quietly(Path directory, Io io) {
    if (!Files.isDirectory(directory)) {
      throw UserError.wrongUse("--conf: there is no directory " + directory
          + ". Name the conf directory of a StreamAlert deployment.");
    }
    StreamAlertConfig config = StreamAlertConfig.load(directory);
    ConfiguredSecrets secrets = ConfiguredSecrets.of(
        config.file(SECRETS),
        directory.resolve(SECRETS + ".json").toString(),
        new TypedPassphrase(io.prompt()));
    return new OutputsSetup(directory, config, OutputServices.found(), secrets);
  }

  /** Where credentials are kept that a person supplies. */
  SecretStore store() {
    return secrets
        .store()
        .orElseThrow(() -> UserError.wrongUse(directory.resolve(SECRETS + ".json")
            + " names no place where credentials can be kept. Write there for example {\"sources\":"
            + " [{\"type\": \"encrypted\", \"path\": \"secrets.enc\"}]}; see docs/secrets.md."));
  }

  OutputsJson outputsJson() {
    return OutputsJson.read(directory.resolve(OUTPUTS + ".json"));
  }

  /** The outputs that the file names. */
  Set<OutputId> written() {
    Set<OutputId> written = new TreeSet<>();
    config.file(OUTPUTS).fields().forEach((service, descriptors) -> {
      descriptors.fields().keySet().forEach(name -> written.add(OutputId.of(service, name)));
      descriptors.elements().stream()
          .flatMap(name -> name.asString().stream())
          .forEach(name -> written.add(OutputId.of(service, name)));
    });
    return written;
  }

  /** An output that has to be there. */
  OutputId require(String text) {
    List<String> known = written().stream().map(OutputId::toString).toList();
    if (!known.contains(text)) {
      throw UserError.wrongUse(Problem.of(
              "There is no output \"" + text + "\" in " + directory.resolve(OUTPUTS + ".json"))
          .choose(text, known)
          .toString());
    }
    return OutputId.parse(text);
  }

  /** The properties of an output that are no credentials. */
  Map<String, String> plain(OutputId id) {
    Map<String, String> plain = new LinkedHashMap<>();
    FieldValue written = config.file(OUTPUTS).at(id.service(), id.descriptor());
    written.fields().forEach((name, value) -> plain.put(name, value.asText()));
    return plain;
  }

  /** What delivers to an output. */
  OutputDispatcher dispatcher(OutputId id) {
    OutputProvider provider = services.require(id.service());
    Map<String, String> plain = plain(id);
    OutputEntry.checkPlain(provider, plain, directory.resolve(OUTPUTS + ".json"), id);
    return provider.create(
        id, plain, OutputCredentials.of(id, provider.properties(), secrets.source()));
  }
}
