package io.streamalert.config;

import io.streamalert.classify.LogSchema;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A schema proposed from sample logs, or the sample that keeps one schema from holding for all.
 * Whatever is proposed was tried: a classifier with it alone classifies every sample and rejects no
 * element of any.
 *
 * <pre>{@code
 * SchemaDraft draft = SchemaDraft.of("acme:login", List.of(RawLog.of("{\"user\":\"eve\"}")));
 * String file = draft.fold(Proposed::json, Unfit::reason);
 * }</pre>
 *
 * <p>A draft knows only what the samples show. Immutable and thread-safe.
 */
public sealed interface SchemaDraft {

  /**
   * Drafts a schema. All samples are read several times and held meanwhile, so a few thousand are
   * better than all there are.
   *
   * @param type the name of the log type, such as {@code acme:login}
   * @param samples the samples, all of one form: JSON maps, JSON lists, or text
   * @return the schema, or what is in its way
   * @throws IllegalArgumentException if there is no sample or the name is empty
   */
  static SchemaDraft of(String type, List<RawLog> samples) {
    if (type.isEmpty() || samples.isEmpty()) {
      throw new IllegalArgumentException("A draft needs a name and at least one sample");
    }
    return new Drafting(type, List.copyOf(samples)).draft();
  }

  /**
   * Answers by outcome.
   *
   * @param <T> the type of the answer
   * @param proposed for a schema that classifies all samples
   * @param unfit for samples that no one schema classifies
   * @return the answer
   */
  default <T> T fold(
      Function<? super Proposed, ? extends T> proposed,
      Function<? super Unfit, ? extends T> unfit) {
    return this instanceof Proposed p ? proposed.apply(p) : unfit.apply((Unfit) this);
  }

  /**
   * A schema that classifies all samples.
   *
   * @param schema the schema
   * @param json the same as the text of a file of {@code schemas/}, indented, without a line break at
   *     the end
   * @param headers the numbers, from 0 on, of the samples that name the columns of a CSV and were left
   *     out of the trial, as they would be logs like any other
   */
  record Proposed(LogSchema schema, String json, List<Integer> headers) implements SchemaDraft {

    /**
     * Checks the parts.
     *
     * @param schema the schema
     * @param json the same as a file
     * @param headers the samples that were left out
     */
    public Proposed {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(json, "json");
      headers = List.copyOf(headers);
    }
  }

  /**
   * No one schema classifies all samples.
   *
   * @param sample the number, from 0 on, of the first sample that fits no schema which fits those
   *     before it
   * @param reason why, without any value of the sample
   */
  record Unfit(int sample, String reason) implements SchemaDraft {

    /**
     * Checks the reason.
     *
     * @param sample the number of the sample
     * @param reason why
     */
    public Unfit {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
