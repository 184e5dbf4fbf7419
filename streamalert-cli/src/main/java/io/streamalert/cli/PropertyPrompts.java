package io.streamalert.cli;

import io.streamalert.settings.Property;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a person for properties, again and again until the answer can be used. */
final class PropertyPrompts {

  private final Io io;

  PropertyPrompts(Io io) {
    this.io = io;
  }

  /** The answers by the name of the property, without those that were left out. */
  Map<String, String> ask(Collection<Property> properties) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Property property : properties) {
      String answer = ask(property);
      if (!answer.isEmpty()) {
        answers.put(property.name(), answer);
      }
    }
    return answers;
  }

  String ask(Property property) {
    if (!io.prompt().isThere()) {
      throw UserError.wrongUse("There is no terminal to ask for \"" + property.name()
          + "\". Use --descriptor with --from-env or --from-file.");
    }
    while (true) {
      String answer = answer(property);
      Optional<String> problem = property.check(answer);
      if (problem.isEmpty()) {
        return answer;
      }
      io.say(problem.get() + ". Try again.");
    }
  }

  private String answer(Property property) {
    String question = "Please supply " + property.description()
        + (property.required() ? ": " : " (may be left out): ");
    Optional<String> answer = property.masked()
        ? io.prompt().hidden(question).map(String::new)
        : io.prompt().line(question);
    return answer
        .orElseThrow(() -> UserError.wrongUse("The input ended, so nothing was saved."))
        .strip();
  }
}
