// Losses and what leads to them. reduction: 0 none, 1 mean, 2 sum.
#include "shim.h"

PDN_API Handle pdn_softmax(Handle input, int64_t dim, int32_t dtype) {
    return guard([&] { return at::softmax(*input, dim, pdn::optional_type(dtype)); });
}
PDN_API Handle pdn_log_softmax(Handle input, int64_t dim, int32_t dtype) {
    return guard([&] { return at::log_softmax(*input, dim, pdn::optional_type(dtype)); });
}
PDN_API Handle pdn_cross_entropy(Handle input, Handle target, Handle weight, int64_t reduction, int64_t ignore_index,
                                 double label_smoothing) {
    return guard([&] {
        return at::cross_entropy_loss(*input, *target, pdn::optional_tensor(weight), reduction, ignore_index,
                                      label_smoothing);
    });
}
PDN_API Handle pdn_mse_loss(Handle input, Handle target, int64_t reduction) {
    return guard([&] { return at::mse_loss(*input, *target, reduction); });
}
PDN_API Handle pdn_l1_loss(Handle input, Handle target, int64_t reduction) {
    return guard([&] { return at::l1_loss(*input, *target, reduction); });
}
PDN_API Handle pdn_smooth_l1_loss(Handle input, Handle target, int64_t reduction, double beta) {
    return guard([&] { return at::smooth_l1_loss(*input, *target, reduction, beta); });
}
PDN_API Handle pdn_huber_loss(Handle input, Handle target, int64_t reduction, double delta) {
    return guard([&] { return at::huber_loss(*input, *target, reduction, delta); });
}
PDN_API Handle pdn_binary_cross_entropy(Handle input, Handle target, Handle weight, int64_t reduction) {
    return guard([&] { return at::binary_cross_entropy(*input, *target, pdn::optional_tensor(weight), reduction); });
}
PDN_API Handle pdn_binary_cross_entropy_with_logits(Handle input, Handle target, Handle weight, Handle positive_weight,
                                                    int64_t reduction) {
    return guard([&] {
        return at::binary_cross_entropy_with_logits(*input, *target, pdn::optional_tensor(weight),
                                                    pdn::optional_tensor(positive_weight), reduction);
    });
}
