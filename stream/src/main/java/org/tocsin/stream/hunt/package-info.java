/** How far indicators have been looked for in what was observed before. */
@NullMarked
package org.tocsin.stream.hunt;

import org.jspecify.annotations.NullMarked;
