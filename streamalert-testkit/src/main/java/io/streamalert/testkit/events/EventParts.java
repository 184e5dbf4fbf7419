package io.streamalert.testkit.events;

import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a {@link TestEvent} while they are collected. */
final class EventParts {

  final String file;
  final int index;
  final List<Problem> problems = new ArrayList<>();
  final List<Problem> warnings = new ArrayList<>();
  final Set<String> triggerRules = new LinkedHashSet<>();
  final Map<OutputId, List<PublisherTest>> publisherTests = new LinkedHashMap<>();
  final FixtureParts fixtures = new FixtureParts();
  String description = "";
  String log = "";
  String service = "";
  String source = "";
  FieldValue data = FieldValue.missing();
  FieldValue overrideRecord = FieldValue.missing();
  boolean classifyOnly;
  boolean skipPublishers;

  EventParts(String file, int index) {
    this.file = file;
    this.index = index;
  }

  /** A problem at a place in the event; without keys the event itself. */
  Problem problem(String message, String... keys) {
    String[] all = new String[keys.length + 1];
    all[0] = Integer.toString(index);
    System.arraycopy(keys, 0, all, 1, keys.length);
    return Problem.at(file, Problem.pointer(all), message);
  }
}
