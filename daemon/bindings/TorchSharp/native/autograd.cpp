// Gradients.
#include "shim.h"

#include <torch/csrc/autograd/autograd.h>

PDN_API bool pdn_requires_grad(Handle self) { return self->requires_grad(); }
PDN_API bool pdn_is_leaf(Handle self) { return self->is_leaf(); }
PDN_API int32_t pdn_set_requires_grad(Handle self, bool requires_grad) {
    return guard([&] { self->set_requires_grad(requires_grad); });
}
PDN_API Handle pdn_detach(Handle self) {
    return guard([&] { return self->detach(); });
}
PDN_API int32_t pdn_detach_(Handle self) {
    return guard([&] { self->detach_(); });
}

/// The gradient, or a null result where there is none.
PDN_API int32_t pdn_grad(Handle self, Handle* grad) {
    return guard([&] { *grad = self->grad().defined() ? new at::Tensor(self->grad()) : nullptr; });
}
PDN_API int32_t pdn_set_grad(Handle self, Handle grad) {
    return guard([&] { self->mutable_grad() = pdn::optional_tensor(grad); });
}
PDN_API int32_t pdn_retain_grad(Handle self) {
    return guard([&] { self->retain_grad(); });
}

/// Without inputs: all leaves.
PDN_API int32_t pdn_backward(Handle self, Handle gradient, bool retain_graph, bool create_graph, const Handle* inputs,
                             int32_t input_count) {
    return guard([&] {
        const auto leaves = pdn::tensors(inputs, input_count);
        pdn::Optional<at::TensorList> only;
        if (input_count > 0) only = at::TensorList(leaves);
        self->backward(pdn::optional_tensor(gradient), retain_graph, create_graph, only);
    });
}

/// Writes one handle for each input to results; null where an input takes no part, if allow_unused.
PDN_API int32_t pdn_autograd_grad(const Handle* outputs, int32_t output_count, const Handle* inputs, int32_t input_count,
                                  const Handle* grad_outputs, int32_t grad_output_count, bool retain_graph,
                                  bool create_graph, bool allow_unused, Handle* results) {
    return guard([&] {
        const auto grads = torch::autograd::grad(
            pdn::tensors(outputs, output_count), pdn::tensors(inputs, input_count),
            pdn::tensors(grad_outputs, grad_output_count), retain_graph, create_graph, allow_unused);
        for (const auto& grad : grads) *results++ = grad.defined() ? new at::Tensor(grad) : nullptr;
    });
}
