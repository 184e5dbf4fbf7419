package io.streamalert;

import io.streamalert.alert.OutputId;
import io.streamalert.classify.Classification;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.classify.SchemaTrial;
import io.streamalert.event.PipelineListener;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publishers;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RuleStatistics;
import io.streamalert.rule.RulesEngine;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns raw logs into alerts: schemas, rules, tables and outputs, joined into one value.
 *
 * <pre>{@code
 * StreamAlert streamAlert = StreamAlert.builder()
 *     .schemas(CommunitySchemas.all())
 *     .rules(new TrailStopped())
 *     .build();
 * streamAlert.process(batch).alerts().forEach(alert -> log.warn("{}", alert.title()));
 * }</pre>
 *
 * <p>Its parts never change, though it counts what its rules do. Thread-safe; it has no threads, does no I/O but that of its tables and threat
 * intelligence, and needs no closing. It delivers
 * nothing: that is the work of a runtime.
 */
public final class StreamAlert {

  private static final Logger LOG = LoggerFactory.getLogger(StreamAlert.class);

  private final List<LogSchema> schemas;
  private final Classifier classifier;
  private final RulesEngine engine;
  private final @Nullable IntelCheck intel;
  private final Map<OutputId, OutputDispatcher> outputs;
  private final Publishers publishers;
  private final PipelineListener listener;
  private final Settings settings;
  private final DataSources sources;

  StreamAlert(
      StreamAlertBuilder parts,
      Classifier classifier,
      RulesEngine engine,
      @Nullable IntelCheck intel,
      Publishers publishers) {
    this.schemas = List.copyOf(parts.schemas);
    this.classifier = classifier;
    this.engine = engine;
    this.intel = intel;
    this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(parts.outputs));
    this.publishers = publishers;
    this.listener = parts.listener;
    this.settings = parts.settings;
    this.sources = parts.sources;
  }

  /**
   * Starts a composition.
   *
   * @return a builder
   */
  public static StreamAlertBuilder builder() {
    return new StreamAlertBuilder();
  }

  /**
   * Classifies and normalises, without running rules.
   *
   * @param batch the raw logs
   * @return one outcome a raw log, in the same order
   */
  public List<Classification> classify(List<RawLog> batch) {
    return classifier.classify(batch);
  }

  /**
   * Tries every schema on a raw log as a whole, to see why it is classified as it is. Much slower
   * than classifying.
   *
   * @param log the raw log
   * @return a trial for each schema that the source of the log may hold, in the order in which they
   *     are tried; empty where the source is not declared or the log is too long
   */
  public List<SchemaTrial> explain(RawLog log) {
    return classifier.explain(log);
  }

  /**
   * Runs the rules over records. Threat intelligence, if there is any, is asked once for all of them
   * before; if it breaks, that is logged, the rules run all the same, and the evaluations {@linkplain
   * Evaluation#isIntelMissing() say so}.
   *
   * @param records the records
   * @return one evaluation a record, in the same order
   */
  public List<Evaluation> evaluate(List<LogRecord> records) {
    return intel == null ? evaluated(records, number -> false) : evaluated(intel.check(records));
  }

  private List<Evaluation> evaluated(List<IntelCheck.Checked> checked) {
    return evaluated(
        checked.stream().map(IntelCheck.Checked::record).toList(),
        number -> checked.get(number).intelMissing());
  }

  private List<Evaluation> evaluated(List<LogRecord> records, IntPredicate intelMissing) {
    List<List<RuleOutcome>> outcomes = engine.evaluate(records);
    List<Evaluation> evaluations = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      evaluations.add(new Evaluation(records.get(i), outcomes.get(i), intelMissing.test(i)));
    }
    return evaluations;
  }

  /**
   * Runs the rules over one record.
   *
   * @param record the record
   * @return what the rules made of it
   */
  public Evaluation evaluate(LogRecord record) {
    return evaluate(List.of(record)).get(0);
  }

  /**
   * Classifies raw logs and runs the rules over their records; returns the alerts and delivers
   * nothing. The listener is told once; if it throws, that is logged.
   *
   * @param batch the raw logs
   * @return what became of every one of them
   */
  public Run process(List<RawLog> batch) {
    List<Classification> classifications = classify(batch);
    List<LogRecord> records = new ArrayList<>(batch.size());
    for (Classification classification : classifications) {
      records.addAll(classification.records());
    }
    Run run = new Run(classifications, evaluate(records));
    tell(run);
    return run;
  }

  private void tell(Run run) {
    if (listener == PipelineListener.none()) {
      return;
    }
    try {
      listener.onBatch(run.summary());
    } catch (RuntimeException e) {
      LOG.warn("A pipeline listener failed; the batch itself is not disturbed", e);
    }
  }

  /**
   * The schemas, in the order in which they are tried.
   *
   * @return the schemas; unmodifiable
   */
  public List<LogSchema> schemas() {
    return schemas;
  }

  /**
   * Which log types each source may hold.
   *
   * @return the sources
   */
  public DataSources sources() {
    return sources;
  }

  /**
   * The engine with its rules, which also {@linkplain RulesEngine#explain explains} why a rule did
   * not trigger.
   *
   * @return the engine
   */
  public RulesEngine engine() {
    return engine;
  }

  /**
   * What the rules did since this composition was made.
   *
   * @return the numbers as they are now
   */
  public RuleStatistics statistics() {
    return engine.statistics();
  }

  /**
   * The outputs, which a runtime calls. An alert may be addressed to others too: to those that rules
   * name and the settings require, wherever they are configured.
   *
   * @return dispatchers by id; unmodifiable
   */
  public Map<OutputId, OutputDispatcher> outputs() {
    return outputs;
  }

  /**
   * The outputs that rules and settings name and that are not there, for a runtime that has outputs
   * of its own. What rules name only for some records is not among them.
   *
   * @param others outputs that are there beside {@link #outputs()}
   * @return a problem for each that is missing, with who names it and the artifact to add
   */
  public List<Problem> missingOutputs(Set<OutputId> others) {
    Set<OutputId> there = new HashSet<>(outputs.keySet());
    there.addAll(others);
    return NamedOutputs.of(settings, engine).missing(there);
  }

  /**
   * The publishers that alerts name, for whoever delivers them.
   *
   * @return the publishers
   */
  public Publishers publishers() {
    return publishers;
  }

  /**
   * The settings.
   *
   * @return the settings
   */
  public Settings settings() {
    return settings;
  }
}
