/** What an appeal is: its texts, its publisher and the rules that its organiser set. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.appeal;

import org.jspecify.annotations.NullMarked;
