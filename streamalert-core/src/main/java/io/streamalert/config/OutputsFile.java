package io.streamalert.config;

import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Names;
import io.streamalert.settings.Settings;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code outputs.json}: a map or a list of descriptors for each service. */
final class OutputsFile {

  private final ConfigFile file;
  private final Collection<String> services;
  private final ConfigProblems problems;
  private final Set<OutputId> outputs = new LinkedHashSet<>();

  /** The services are those that StreamAlert has; there may be others. */
  OutputsFile(ConfigFile file, Collection<String> services, ConfigProblems problems) {
    this.file = file;
    this.services = services;
    this.problems = problems;
  }

  /** The outputs that are there without being configured. */
  static Set<OutputId> always() {
    return Set.of(OutputId.parse(Settings.DEFAULT_REQUIRED_OUTPUT));
  }

  Set<OutputId> read() {
    outputs.addAll(always());
    file.root().fields().forEach((service, descriptors) -> {
      warnOfMistyped(service);
      readService(service, descriptors);
    });
    return Collections.unmodifiableSet(outputs);
  }

  private void readService(String service, FieldValue descriptors) {
    List<FieldValue> listed = descriptors.elements();
    for (int i = 0; i < listed.size(); i++) {
      String pointer = Problem.pointer(service, Integer.toString(i));
      listed.get(i).asString().ifPresent(descriptor -> add(service, descriptor, pointer));
    }
    descriptors
        .fields()
        .keySet()
        .forEach(descriptor -> add(service, descriptor, Problem.pointer(service, descriptor)));
  }

  private void warnOfMistyped(String service) {
    if (!services.contains(service) && Names.nearest(service, services).isPresent()) {
      problems.warn(Problem.at(
              file.path(), Problem.pointer(service), "\"" + service + "\" is no known service")
          .choose(service, services));
    }
  }

  private void add(String service, String descriptor, String pointer) {
    if (service.isEmpty() || descriptor.isEmpty() || (service + descriptor).indexOf(':') >= 0) {
      problems.add(Problem.at(
              file.path(), pointer, "An output needs a service and a descriptor without colon")
          .mendedBy("Rules name it as SERVICE:DESCRIPTOR."));
      return;
    }
    outputs.add(OutputId.of(service, descriptor));
  }
}
