/** DashScope (Alibaba Cloud Model Studio), the model's own host. */
@NullMarked
package dev.wanvideo.provider.dashscope;

import org.jspecify.annotations.NullMarked;
