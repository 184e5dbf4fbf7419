package io.streamalert.config;

import io.streamalert.classify.Classification;
import io.streamalert.classify.Classified;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.LogSchema;
import io.streamalert.config.SchemaDraft.Proposed;
import io.streamalert.config.SchemaDraft.Unfit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema that may fit.
 *
 * @param type the name of its log type
 * @param parser its parser
 * @param fields its fields as a schema file has them
 * @param configuration the options of its parser
 */
record DraftCandidate(
    String type, String parser, FieldValue fields, Map<String, FieldValue> configuration) {

  /** The same with other fields. */
  DraftCandidate withFields(Map<String, FieldValue> others) {
    return new DraftCandidate(type, parser, FieldValue.map(others), configuration);
  }

  /** The proposal, if every sample fits. */
  SchemaDraft tried(List<RawLog> samples) {
    Optional<Unfit> misfit = misfit(samples);
    return misfit.isPresent() ? misfit.get() : proposal(List.of());
  }

  Proposed proposal(List<Integer> headers) {
    return new Proposed(schema(), json(), headers);
  }

  /** The first sample that does not become records without a remainder. */
  Optional<Unfit> misfit(List<RawLog> samples) {
    Classifier classifier = classifier();
    List<Classification> outcomes = classifier.classify(samples);
    for (int i = 0; i < outcomes.size(); i++) {
      Classification outcome = outcomes.get(i);
      if (!(outcome instanceof Classified) || !outcome.deadLetters().isEmpty()) {
        return Optional.of(new Unfit(i, reason(classifier, samples.get(i))));
      }
    }
    return Optional.empty();
  }

  private static String reason(Classifier classifier, RawLog sample) {
    return classifier.explain(sample).stream()
        .findFirst()
        .map(trial -> trial.reason())
        .orElse("is longer than the limit");
  }

  /** The records of samples that fit. */
  List<FieldValue> records(List<RawLog> samples) {
    return classifier().classify(samples).stream()
        .flatMap(outcome -> outcome.records().stream())
        .map(LogRecord::content)
        .toList();
  }

  private Classifier classifier() {
    return Classifier.builder().schemas(List.of(schema())).build();
  }

  /** Read from the text, so that the text is what was tried. */
  private LogSchema schema() {
    byte[] text = json().getBytes(StandardCharsets.UTF_8);
    try {
      return StreamAlertConfig.readSchemas("the draft", new ByteArrayInputStream(text))
          .get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json() {
    Map<String, FieldValue> log = new LinkedHashMap<>();
    log.put("schema", fields);
    log.put("parser", FieldValue.of(parser));
    if (!configuration.isEmpty()) {
      log.put("configuration", FieldValue.map(configuration));
    }
    return IndentedJson.of(FieldValue.map(Map.of(type, FieldValue.map(log))));
  }
}
