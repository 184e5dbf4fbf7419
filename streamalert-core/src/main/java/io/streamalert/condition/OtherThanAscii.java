package io.streamalert.condition;

import java.util.List;

/** Which conditions hold only for records that have a text with a character beyond ASCII. */
final class OtherThanAscii {

  private OtherThanAscii() {}

  /** Whether a condition can hold for no record whose texts are all ASCII. */
  static boolean isDemandedBy(Condition condition) {
    return isDemandedBy(condition.node(), true);
  }

  private static boolean isDemandedBy(Node node, boolean holds) {
    if (node instanceof Node.Not not) {
      return isDemandedBy(not.part(), !holds);
    }
    if (node instanceof Node.All all) {
      return holds ? byOneOf(all.parts(), true) : byEachOf(all.parts(), false);
    }
    if (node instanceof Node.Any any) {
      return holds ? byEachOf(any.parts(), true) : byOneOf(any.parts(), false);
    }
    return holds && isDemandedBy(((Node.Test) node).check());
  }

  private static boolean byOneOf(List<Node> parts, boolean holds) {
    return parts.stream().anyMatch(part -> isDemandedBy(part, holds));
  }

  /** Of no part at all, none is false and each is true for any record. */
  private static boolean byEachOf(List<Node> parts, boolean holds) {
    return !parts.isEmpty() && parts.stream().allMatch(part -> isDemandedBy(part, holds));
  }

  private static boolean isDemandedBy(Check check) {
    if (check instanceof TextCheck text) {
      return !text.sought().isEmpty() && text.sought().stream().allMatch(OtherThanAscii::isIn);
    }
    return check instanceof ElementCheck elements
        && !elements.all()
        && isDemandedBy(elements.element());
  }

  /** Folding makes no ASCII text one that is not, so this holds for folded texts too. */
  private static boolean isIn(String text) {
    return text.chars().anyMatch(c -> c >= 0x80);
  }
}
