package io.streamalert.cli;

import io.streamalert.local.files.OwnerOnly;
import io.streamalert.settings.Property;
import io.streamalert.spi.OutputProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code streamalert outputs generate-skeleton}: a file to fill in for set-from-file. */
@Command(
    name = "generate-skeleton",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Writes a JSON file for set-from-file, with what each property is in place of its value. Only you can read the"
          + " file, and an existing one is never changed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert outputs generate-skeleton --services slack pagerduty-v2",
      "  streamalert outputs generate-skeleton --file new-outputs.json",
      "",
      "Exit codes: 0 written; 1 the file cannot be written; 2 wrong use, or the file is there already."
    })
final class OutputsSkeletonCommand extends IoCommand {

  static final String DEFAULT_FILE = "outputs_to_configure.json";

  @Option(
      names = {"-s", "--services"},
      arity = "1..*",
      paramLabel = "SERVICE",
      description = "Only these services. Default: all.")
  private List<String> services = new ArrayList<>();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      defaultValue = DEFAULT_FILE,
      description = "The file. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of(DEFAULT_FILE);

  OutputsSkeletonCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    Map<String, Object> skeleton = new LinkedHashMap<>();
    OutputServices.found()
        .requireAll(services)
        .forEach(provider -> skeleton.put(provider.service(), List.of(properties(provider))));
    write(OutputsJson.text(skeleton));
    io.say("Wrote " + file + ". Fill it in, and leave out what you do not need. Then: streamalert"
        + " outputs set-from-file --file " + file);
    return ExitCode.FINE;
  }

  private static Map<String, String> properties(OutputProvider provider) {
    Map<String, String> properties = new LinkedHashMap<>();
    List<Property> all = new ArrayList<>(List.of(OutputEntry.DESCRIPTOR));
    all.addAll(provider.properties());
    all.forEach(property -> properties.put(property.name(), property.description()));
    return properties;
  }

  private void write(String text) {
    Set<StandardOpenOption> isNew = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try (SeekableByteChannel out = Files.newByteChannel(file, isNew, OwnerOnly.fileRights(file))) {
      out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    } catch (FileAlreadyExistsException e) {
      throw UserError.wrongUse("The file " + file
          + " is there already, so nothing was written. Name another one by --file.");
    } catch (IOException e) {
      throw UserError.problem("The file " + file + " cannot be written ("
          + e.getClass().getSimpleName() + "). Name another one by --file.");
    }
  }
}
