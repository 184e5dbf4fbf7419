package io.streamalert.testkit;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * An output that keeps what it is given and answers as it was told, by default that it was
 * delivered. Safe for use by many threads.
 */
public final class RecordingOutput implements OutputDispatcher {

  private final OutputId id;
  private final Deque<Delivery> answers = new ArrayDeque<>();
  private final List<Attempt> attempts = new ArrayList<>();

  private RecordingOutput(OutputId id) {
    this.id = id;
  }

  /**
   * An output that takes everything.
   *
   * @param id its id, such as {@code slack:security}
   * @return a new output
   * @throws IllegalArgumentException if it is not of the form SERVICE:DESCRIPTOR
   */
  public static RecordingOutput of(String id) {
    return of(OutputId.parse(id));
  }

  /**
   * An output that takes everything.
   *
   * @param id its id
   * @return a new output
   */
  public static RecordingOutput of(OutputId id) {
    return new RecordingOutput(Objects.requireNonNull(id, "id"));
  }

  /**
   * Sets what the next attempts are answered with, behind those that were set before. When all are
   * used up, attempts are answered by {@link Delivery#delivered()} again.
   *
   * @param next one answer an attempt
   * @return this
   */
  public synchronized RecordingOutput answering(Delivery... next) {
    answers.addAll(List.of(next));
    return this;
  }

  @Override
  public OutputId id() {
    return id;
  }

  @Override
  public synchronized Delivery dispatch(DeliveryRequest request) {
    Delivery answer = answers.isEmpty() ? Delivery.delivered() : answers.remove();
    attempts.add(new Attempt(
        id,
        request.alert(),
        request.publication(),
        request.attempt(),
        request.idempotencyKey(),
        answer));
    return answer;
  }

  /**
   * All attempts so far, delivered or not.
   *
   * @return the attempts in their order; a copy
   */
  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * What was delivered so far.
   *
   * @return the attempts that were answered by {@link Delivery.Delivered}, in their order; a copy
   */
  public synchronized List<Attempt> delivered() {
    return attempts.stream().filter(Attempt::isDelivered).toList();
  }

  /** Forgets the attempts, and the answers that were not used. */
  public synchronized void clear() {
    attempts.clear();
    answers.clear();
  }

  /** {@return the id and the number of attempts} */
  @Override
  public synchronized String toString() {
    return "RecordingOutput[" + id + ", " + attempts.size() + " attempts]";
  }
}
