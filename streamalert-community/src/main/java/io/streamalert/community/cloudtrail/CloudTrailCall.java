package io.streamalert.community.cloudtrail;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.stream.Stream;

/**
 * What CloudTrail tells of one call, in words for titles of alerts. The record may stand alone or be the
 * {@code detail} of an event. Immutable and thread-safe.
 */
public final class CloudTrailCall {

  private final FieldValue call;

  private CloudTrailCall(FieldValue call) {
    this.call = call;
  }

  /**
   * A call.
   *
   * @param call the record of CloudTrail
   * @return the call
   */
  public static CloudTrailCall of(FieldValue call) {
    return new CloudTrailCall(call);
  }

  /**
   * The call that a log is about.
   *
   * @param record an event of EventBridge, or the record of CloudTrail alone
   * @return the call
   */
  public static CloudTrailCall in(LogRecord record) {
    boolean isEvent = record.type().name().equals(TrailBinding.EVENT);
    return of(isEvent ? record.at(TrailBinding.DETAIL) : record.content());
  }

  /**
   * What the record of CloudTrail has in some place.
   *
   * @param keys the keys from the outermost in
   * @return the value, which may be missing
   */
  public FieldValue at(String... keys) {
    return call.at(keys);
  }

  /**
   * Who called.
   *
   * @return the name of the user, or whatever else tells who it was
   */
  public String caller() {
    FieldValue identity = call.at("userIdentity");
    return Stream.of("userName", "arn", "invokedBy", "type")
        .map(key -> identity.at(key).textOr(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("Somebody");
  }

  /**
   * Where the call came from.
   *
   * @return an address, or the name of an AWS service
   */
  public String address() {
    return call.at("sourceIPAddress").textOr("an unknown address");
  }

  /**
   * A title.
   *
   * @param what what the caller did, such as {@code opened a bucket}
   * @return who did it, from where, and why it was refused if it was
   */
  public String title(String what) {
    String code = call.at("errorCode").textOr("");
    return caller() + " " + what + " from " + address()
        + (code.isEmpty() ? "" : ", refused: " + code);
  }
}
