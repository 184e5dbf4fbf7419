package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.util.List;

/**
 * Takes a payload apart into candidate records of one schema. The classifier then checks their keys,
 * converts their values and decides.
 *
 * <p>Implementers: a payload of another form is an empty list, never an exception, because every
 * payload of a source is offered to every schema. A parser that throws all the same makes the
 * payload not match. Must be thread-safe.
 */
@FunctionalInterface
public interface LogParser {

  /**
   * Parses a payload.
   *
   * @param payload the payload
   * @return the candidates in their order; empty if the payload is not of this parser's form
   */
  List<Candidate> parse(Payload payload);

  /**
   * One candidate record. Immutable.
   *
   * @param value the parsed value, or what there is of it
   * @param problem why it is not a record, without any value of the payload; empty if it is one
   */
  record Candidate(FieldValue value, String problem) {

    /**
     * A candidate that parsed.
     *
     * @param value its value
     * @return the candidate
     */
    public static Candidate of(FieldValue value) {
      return new Candidate(value, "");
    }

    /**
     * A part of the payload that is not a record.
     *
     * @param value what there is of it
     * @param problem why, without any value of the payload
     * @return the candidate
     */
    public static Candidate rejected(FieldValue value, String problem) {
      return new Candidate(value, problem);
    }
  }
}
