package io.streamalert;

import io.streamalert.classify.Classifier;
import io.streamalert.classify.ClassifierBuilder;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.normalize.Normalizer;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import io.streamalert.settings.Settings;
import io.streamalert.spi.LogParserProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a classifier is made of, with normalisation as its last step. */
record ClassifierParts(
    List<LogSchema> schemas,
    DataSources sources,
    Collection<LogParserProvider> parsers,
    Settings settings) {

  Classifier classifier() {
    ClassifierBuilder builder =
        Classifier.builder().schemas(schemas).sources(sources).settings(settings);
    builder.thenEach(normalizer()::normalize);
    parsers.forEach(parser -> builder.parser(parser.name(), parser::create));
    return builder.build();
  }

  private Normalizer normalizer() {
    Map<LogType, FieldValue> configurations = new LinkedHashMap<>();
    for (LogSchema schema : schemas) {
      FieldValue configuration =
          schema.options().getOrDefault("normalization", FieldValue.missing());
      if (configuration.isTruthy()) {
        configurations.put(schema.type(), configuration);
      }
    }
    return Normalizer.of(configurations);
  }
}
