package io.streamalert.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who types prepared answers; without any there is no terminal. */
final class TypedAnswers implements Prompt {

  private final Deque<String> answers;
  private final boolean there;
  final List<String> shown = new ArrayList<>();
  final List<String> hidden = new ArrayList<>();

  TypedAnswers(List<String> answers) {
    this.answers = new ArrayDeque<>(answers);
    this.there = !answers.isEmpty();
  }

  static TypedAnswers of(String... answers) {
    return new TypedAnswers(List.of(answers));
  }

  @Override
  public boolean isThere() {
    return there;
  }

  @Override
  public Optional<String> line(String question) {
    shown.add(question);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<char[]> hidden(String question) {
    hidden.add(question);
    return Optional.ofNullable(answers.poll()).map(String::toCharArray);
  }
}
